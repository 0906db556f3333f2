/**
 * What the product does, in product words. Pure functions from one organization to the next; no
 * HTTP, no JSON.
 */
@NullMarked
package dev.datamart.mock.service;

import org.jspecify.annotations.NullMarked;
