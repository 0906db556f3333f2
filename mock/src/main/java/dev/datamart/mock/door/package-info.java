/**
 * One request of the API on its way: who may ask, what is deprecated, what fails on purpose, what
 * is written down. The steps stand in a row and never call back; sockets, the control plane and the
 * rules of the operations have no place here.
 */
@NullMarked
package dev.datamart.mock.door;

import org.jspecify.annotations.NullMarked;
