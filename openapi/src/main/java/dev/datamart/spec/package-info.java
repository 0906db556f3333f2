/**
 * The contract for Java. {@code Operation}, {@code Problem} and {@code Schema} are generated from
 * {@code openapi.yaml} and need neither it nor any library; only {@link
 * dev.datamart.spec.ContractSpec} reads it. Says nothing that the document does not say, and knows
 * nothing of HTTP clients or servers.
 */
@NullMarked
package dev.datamart.spec;

import org.jspecify.annotations.NullMarked;
