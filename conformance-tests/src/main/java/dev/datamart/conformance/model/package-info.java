/** The reference model of the contract: what each call changes and what every list then shows. */
@NullMarked
package dev.datamart.conformance.model;

import org.jspecify.annotations.NullMarked;
