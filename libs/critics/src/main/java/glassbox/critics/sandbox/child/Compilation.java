package glassbox.critics.sandbox.child;

import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What came of compiling one source. */
record Compilation(
    boolean compiled,
    Map<String, MemoryClass> classes,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    List<LintFinding> lint) {}
