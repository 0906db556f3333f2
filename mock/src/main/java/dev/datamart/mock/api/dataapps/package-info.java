/** Data apps: resource, rules, and how answers spell them. */
@NullMarked
package dev.datamart.mock.api.dataapps;

import org.jspecify.annotations.NullMarked;
