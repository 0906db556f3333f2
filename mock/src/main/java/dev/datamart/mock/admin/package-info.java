/**
 * The control plane below {@code /__mock/}: everything that belongs to the mock alone. Never part
 * of the API.
 */
@NullMarked
package dev.datamart.mock.admin;

import org.jspecify.annotations.NullMarked;
