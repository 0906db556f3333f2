/** Operations on the dashboards that a data app shows. */
@NullMarked
package dev.datamart.mock.api.dashboards;

import org.jspecify.annotations.NullMarked;
