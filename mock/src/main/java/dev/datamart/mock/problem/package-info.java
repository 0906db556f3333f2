/**
 * How the API says no: a row of the contract's catalogue, and the words to it. Everybody may
 * refuse, so nothing of the mock is known here.
 */
@NullMarked
package dev.datamart.mock.problem;

import org.jspecify.annotations.NullMarked;
