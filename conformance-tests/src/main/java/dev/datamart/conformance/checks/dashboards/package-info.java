/** What a server owes the operations on the dashboards of a data app. */
@NullMarked
package dev.datamart.conformance.checks.dashboards;

import org.jspecify.annotations.NullMarked;
