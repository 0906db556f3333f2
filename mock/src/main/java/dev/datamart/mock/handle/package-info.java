/**
 * One organization of a running mock, for programs in the same JVM: what the control plane offers
 * over HTTP, as method calls. No HTTP here, and no rules of its own.
 */
@NullMarked
package dev.datamart.mock.handle;

import org.jspecify.annotations.NullMarked;
