package glassbox.house.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import glassbox.engine.checkpoint.broken.CheckpointThatDecodes;
import glassbox.engine.mixture.broken.MixtureThatLoads;
import glassbox.engine.training.broken.TrainingThatScales;
import glassbox.gateway.broken.GatewayThatAudits;
import glassbox.gateway.broken.GatewayThatComputes;
import glassbox.gateway.broken.GatewayThatPrints;
import glassbox.gateway.broken.GatewayWithAmbientTime;
import glassbox.gateway.broken.GatewayWithFieldInjection;
import glassbox.gateway.broken.GatewayWithOldLogging;
import glassbox.gateway.cyclea.Hen;
import glassbox.gateway.cycleb.Egg;
import glassbox.house.unmarked.util.Drawer;
import glassbox.ledger.broken.LedgerWithSpring;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for the code, and each finds a class that breaks it on purpose. */
class ArchitectureTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("glassbox");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(HouseRules.SERVICES_DO_NOT_KNOW_SERVICES, GatewayThatAudits.class),
        rule(HouseRules.LIBRARIES_KNOW_NO_SHELL, LedgerWithSpring.class),
        rule(HouseRules.LEDGER_IS_PLAIN, LedgerWithSpring.class),
        rule(HouseRules.ONLY_THE_ENGINE_KNOWS_DJL, GatewayThatComputes.class),
        rule(HouseRules.ENGINE_LAYERS, MixtureThatLoads.class),
        rule(HouseRules.ENGINE_LAYERS, CheckpointThatDecodes.class),
        rule(HouseRules.GRADIENTS_KEEP_THEIR_FACTORS, TrainingThatScales.class),
        rule(HouseRules.NO_PACKAGE_CYCLES, Hen.class, Egg.class),
        rule(HouseRules.TIME_AND_CHANCE_COME_THROUGH_PORTS, GatewayWithAmbientTime.class),
        rule(HouseRules.PACKAGES_ARE_NULL_MARKED, Drawer.class),
        rule(HouseRules.NO_FIELD_INJECTION, GatewayWithFieldInjection.class),
        rule(HouseRules.NO_JAVA_UTIL_LOGGING, GatewayWithOldLogging.class),
        rule(HouseRules.ONLY_THE_LAB_PRINTS, GatewayThatPrints.class),
        rule(HouseRules.NO_DRAWER_FOR_ANYTHING, Drawer.class));
  }

  private static Arguments rule(ArchRule rule, Class<?>... broken) {
    return Arguments.of(rule, broken);
  }

  @Test
  void seesEveryModule() {
    assertThat(HouseRules.MODULES)
        .allMatch(
            module ->
                CODE.stream()
                    .anyMatch(type -> type.getName().startsWith("glassbox." + module + ".")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCodeKeepsTheRule(ArchRule rule, Class<?>[] broken) {
    rule.check(CODE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFindsABreach(ArchRule rule, Class<?>[] broken) {
    JavaClasses breach = new ClassFileImporter().importClasses(broken);
    assertThat(rule.allowEmptyShould(true).evaluate(breach).hasViolation())
        .as(rule.getDescription())
        .isTrue();
  }
}
