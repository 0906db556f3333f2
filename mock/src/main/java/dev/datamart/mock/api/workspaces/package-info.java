/** Workspaces with their dashboards and metrics: what the API shows of them. */
@NullMarked
package dev.datamart.mock.api.workspaces;

import org.jspecify.annotations.NullMarked;
