package glassbox.house.documents;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.house.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final Pattern LINK =
      Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern TYPE =
      Pattern.compile(
          "new\\s+ProblemType\\(\\s*\"([a-z0-9-]+)\"|urn:glassbox:problem:([a-z0-9-]+)");

  /** The gateway makes one type a service it depends on. */
  private static final Pattern UNAVAILABLE = Pattern.compile("= unavailable\\(\"([a-z]+)\"\\)");

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9-]+)`");

  @Test
  void readmeStartsWithTheTwoCommandsThatDoEverything() {
    String readme = Repository.text(Repository.root().resolve("README.md"));
    Matcher fence = Pattern.compile("(?ms)^```(?:sh|bash)\\n(.*?)^```").matcher(readme);
    assertThat(fence.find()).isTrue();
    List<String> lines = fence.group(1).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(List.of(lines.get(0), lines.get(2))).allMatch(line -> line.startsWith("# "));
    assertThat(List.of(lines.get(1), lines.get(3))).containsExactly("./glassbox up", "mvn verify");
  }

  @Test
  void readmeNamesNoCommandThatTheScriptLacks() {
    String readme = Repository.text(Repository.root().resolve("README.md"));
    String script = Repository.text(Repository.root().resolve("glassbox"));
    List<String> named =
        Pattern.compile("\\./glassbox ([a-z]+)")
            .matcher(readme)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(named).contains("up", "ask", "status", "logs", "down", "lab");
    assertThat(named).allMatch(command -> script.contains("\n" + command + "() {"));
    assertThat(Files.isExecutable(Repository.root().resolve("glassbox"))).isTrue();
  }

  @Test
  void everyRelativeLinkResolves() {
    List<String> broken = new ArrayList<>();
    List<Path> documents = Repository.files(".md");
    assertThat(documents).hasSizeGreaterThan(5);
    for (Path document : documents) {
      links(document)
          .filter(link -> !Files.exists(document.resolveSibling(link).normalize()))
          .forEach(link -> broken.add(Repository.root().relativize(document) + " -> " + link));
    }
    assertThat(broken).isEmpty();
  }

  private static Stream<String> links(Path document) {
    String text = FENCE.matcher(Repository.text(document)).replaceAll("");
    return LINK.matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(link -> !link.matches("[a-z]+:.*") && !link.startsWith("#"))
        .map(link -> link.replaceFirst("#.*", ""));
  }

  @Test
  void problemsPageListsEveryTypeInTheCodeAndNoOther() {
    Set<String> inCode = new TreeSet<>();
    Repository.files(".java").stream()
        .filter(file -> file.toString().contains("/src/main/"))
        .map(Repository::text)
        .forEach(source -> inCode.addAll(typesIn(source)));
    String page = Repository.text(Repository.root().resolve("docs/problems.md"));
    Set<String> listed = new TreeSet<>();
    LISTED.matcher(page).results().map(match -> match.group(1)).forEach(listed::add);
    assertThat(listed).isEqualTo(inCode);
  }

  private static Set<String> typesIn(String source) {
    Set<String> types = new TreeSet<>();
    TYPE.matcher(source)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .forEach(types::add);
    UNAVAILABLE
        .matcher(source)
        .results()
        .map(match -> match.group(1) + "-unavailable")
        .forEach(types::add);
    return types;
  }

  @Test
  void findsTypesHoweverTheyAreWritten() {
    String source =
        "new ProblemType(\n  \"a-b\", X) \"urn:glassbox:problem:c\" Y = unavailable(\"d\");";
    assertThat(typesIn(source)).containsExactly("a-b", "c", "d-unavailable");
  }

  @Test
  void decisionsHaveTheirFourParts() {
    List<Path> decisions =
        Repository.files(".md").stream()
            .filter(file -> file.toString().contains("/docs/adr/"))
            .toList();
    assertThat(decisions).isNotEmpty();
    for (Path decision : decisions) {
      assertThat(Repository.text(decision))
          .as(decision.toString())
          .contains("## Decision", "## Rationale", "## Alternatives", "## Status");
    }
  }
}
