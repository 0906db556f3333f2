/** What the mock's data structures and its start cost, measured by JMH. */
@NullMarked
package dev.datamart.benchmark.micro;

import org.jspecify.annotations.NullMarked;
