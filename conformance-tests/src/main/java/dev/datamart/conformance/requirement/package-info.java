/** What is demanded of a server: one value per requirement, with its check. Runs nothing itself. */
@NullMarked
package dev.datamart.conformance.requirement;

import org.jspecify.annotations.NullMarked;
