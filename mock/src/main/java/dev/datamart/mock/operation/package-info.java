/**
 * The operations of the API and how each path family spells them. A test holds them against the
 * contract.
 */
@NullMarked
package dev.datamart.mock.operation;

import org.jspecify.annotations.NullMarked;
