/**
 * A mock for JUnit tests: one annotation starts it, gives each test an organization of its own and
 * shows the exchanges of a test that fails. Nothing here knows a rule of the API.
 */
@NullMarked
package dev.datamart.mock.junit;

import org.jspecify.annotations.NullMarked;
