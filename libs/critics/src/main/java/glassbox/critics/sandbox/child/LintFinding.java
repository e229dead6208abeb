package glassbox.critics.sandbox.child;

/** What the linter objects to, by offsets in the source. */
record LintFinding(String message, long start, long end) {}
