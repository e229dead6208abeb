/**
 * The configuration of a stack's runs: one versioned YAML document (Part 7.4 of the source,
 * extended), validated value by value and named by the hash of its canonical form, which stands in
 * every run.
 */
@NullMarked
package glassbox.esi.config;

import org.jspecify.annotations.NullMarked;
