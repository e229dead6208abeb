package glassbox.critics.sandbox.child;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of compiling one source.
 *
 * @param members where the members of the first class begin
 */
record Compilation(
    boolean compiled,
    Map<String, MemoryClass> classes,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    List<LintFinding> lint,
    Set<Long> members) {}
