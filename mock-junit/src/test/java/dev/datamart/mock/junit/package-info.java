/**
 * Tests of the extension through the real engine, and of what it promises to tests side by side.
 */
package dev.datamart.mock.junit;
