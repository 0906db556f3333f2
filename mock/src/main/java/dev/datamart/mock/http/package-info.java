/** The doors: from Grizzly's requests to the services and back. */
@NullMarked
package dev.datamart.mock.http;

import org.jspecify.annotations.NullMarked;
