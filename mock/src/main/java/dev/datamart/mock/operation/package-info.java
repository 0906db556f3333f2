/**
 * Where the operations of the API are found: paths and methods of every family. What an operation
 * is comes from the contract, and what it does from its group.
 */
@NullMarked
package dev.datamart.mock.operation;

import org.jspecify.annotations.NullMarked;
