/** Datamarts: resources, rules, and how requests and answers spell them. */
@NullMarked
package dev.datamart.mock.api.datamarts;

import org.jspecify.annotations.NullMarked;
