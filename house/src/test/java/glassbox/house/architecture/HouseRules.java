package glassbox.house.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The architecture of docs/design.md, one rule a constant. */
final class HouseRules {

  private static final List<String> SERVICES = List.of("gateway", "inference", "critic", "audit");

  /** The modules with code that ships, by their package. */
  static final List<String> MODULES =
      List.of(
          "contracts",
          "ledger",
          "engine",
          "explain",
          "critics",
          "esi",
          "shell",
          "gateway",
          "inference",
          "critic",
          "audit",
          "lab");

  private static final String[] LIBRARIES = {
    "glassbox.contracts..",
    "glassbox.ledger..",
    "glassbox.engine..",
    "glassbox.explain..",
    "glassbox.critics..",
    "glassbox.esi.."
  };
  private static final String[] SHELLS = {
    "org.springframework..",
    "jakarta..",
    "glassbox.shell..",
    "glassbox.gateway..",
    "glassbox.inference..",
    "glassbox.critic..",
    "glassbox.audit..",
    "glassbox.lab.."
  };

  /** What a package of the engine may not know: the capabilities above it. */
  private static final Map<String, List<String>> ENGINE_ABOVE =
      Map.of(
          "checkpoint",
              List.of(
                  "text",
                  "forward",
                  "reference",
                  "decoder",
                  "mixture",
                  "federation",
                  "registry",
                  "training"),
          "text",
              List.of(
                  "forward",
                  "reference",
                  "decoder",
                  "mixture",
                  "federation",
                  "registry",
                  "training"),
          "forward",
              List.of("reference", "decoder", "mixture", "federation", "registry", "training"),
          "mixture",
              List.of(
                  "checkpoint",
                  "text",
                  "reference",
                  "decoder",
                  "federation",
                  "registry",
                  "training"),
          "decoder", List.of("mixture", "federation", "registry", "training"),
          "reference", List.of("decoder", "mixture", "federation", "registry", "training"),
          "registry", List.of("mixture", "training"),
          "federation", List.of("training"));

  static final ArchRule SERVICES_DO_NOT_KNOW_SERVICES = servicesApart();

  static final ArchRule LIBRARIES_KNOW_NO_SHELL =
      noClasses()
          .that()
          .resideInAnyPackage(LIBRARIES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SHELLS)
          .as("libraries know neither Spring nor any service");

  static final ArchRule LEDGER_IS_PLAIN =
      classes()
          .that()
          .resideInAPackage("glassbox.ledger..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "glassbox.ledger..", "org.jspecify..")
          .as("the ledger, and so the verifier, needs the JDK only");

  static final ArchRule ONLY_THE_ENGINE_KNOWS_DJL =
      noClasses()
          .that()
          .resideOutsideOfPackage("glassbox.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..")
          .as("only the engine knows DJL");

  static final ArchRule ENGINE_LAYERS = engineLayers();

  static final ArchRule GRADIENTS_KEEP_THEIR_FACTORS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "glassbox.engine.gradient..",
              "glassbox.engine.legible..",
              "glassbox.engine.training..")
          .should()
          .callMethodWhere(givenUpFactor())
          .as("what a gradient goes through is scaled by Views.scaled");

  static final ArchRule NO_PACKAGE_CYCLES = noCycles();

  static final ArchRule TIME_AND_CHANCE_COME_THROUGH_PORTS =
      noClasses()
          .should()
          .callMethodWhere(ambient())
          .as("time, randomness and ids come through Clock, RandomGenerator and RunIds");

  static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes().that().resideInAPackage("glassbox..").should(nullMarked());

  static final ArchRule NO_FIELD_INJECTION =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  static final ArchRule NO_JAVA_UTIL_LOGGING =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  static final ArchRule ONLY_THE_LAB_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("glassbox.lab..")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .as("only the lab prints");

  static final ArchRule NO_DRAWER_FOR_ANYTHING =
      noClasses()
          .should()
          .resideInAnyPackage("..common..", "..util..", "..utils..", "..misc..")
          .as("no package is called common or util");

  private HouseRules() {}

  private static ArchRule servicesApart() {
    ArchRule first = apart(SERVICES.getFirst());
    return CompositeArchRule.of(first)
        .and(apart("inference"))
        .and(apart("critic"))
        .and(apart("audit"))
        .as("services do not know services");
  }

  private static ArchRule apart(String service) {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> "glassbox." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("glassbox." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static ArchRule engineLayers() {
    return ENGINE_ABOVE.entrySet().stream()
        .map(
            entry ->
                (ArchRule)
                    noClasses()
                        .that()
                        .resideInAPackage("glassbox.engine." + entry.getKey() + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                            entry.getValue().stream()
                                .map(above -> "glassbox.engine." + above + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true))
        .reduce((a, b) -> CompositeArchRule.of(a).and(b))
        .orElseThrow()
        .as("the engine's capabilities know only those below them");
  }

  private static ArchRule noCycles() {
    return MODULES.stream()
        .map(
            module ->
                (ArchRule)
                    slices()
                        .matching("glassbox." + module + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true))
        .reduce((a, b) -> CompositeArchRule.of(a).and(b))
        .orElseThrow()
        .as("capabilities of a module form no cycle");
  }

  /** DJL gives the number's native memory up at once, and the gradient reads it later. */
  private static DescribedPredicate<JavaMethodCall> givenUpFactor() {
    Set<String> calls = Set.of("mul", "div", "pow", "maximum", "minimum");
    return DescribedPredicate.describe(
        "a product with a number of DJL's",
        call ->
            call.getTargetOwner().getName().equals("ai.djl.ndarray.NDArray")
                && calls.contains(call.getName())
                && call.getTarget()
                    .getRawParameterTypes()
                    .getFirst()
                    .getName()
                    .equals("java.lang.Number"));
  }

  private static DescribedPredicate<JavaMethodCall> ambient() {
    Set<String> calls =
        Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.Math.random()");
    return DescribedPredicate.describe(
        "ambient time or chance", call -> calls.contains(call.getTarget().getFullName()));
  }

  private static ArchCondition<JavaClass> nullMarked() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        String message = type.getPackageName() + " has no package-info with @NullMarked";
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}
