/** What every request and answer must be as HTTP, whatever the operation. */
@NullMarked
package dev.datamart.conformance.checks.http;

import org.jspecify.annotations.NullMarked;
