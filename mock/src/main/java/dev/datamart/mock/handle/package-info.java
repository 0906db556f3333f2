/**
 * A running mock and its organizations, for programs in the same JVM: all that can be done to them,
 * as method calls. The control plane offers the same over HTTP. No HTTP here, and no rules of the
 * API.
 */
@NullMarked
package dev.datamart.mock.handle;

import org.jspecify.annotations.NullMarked;
