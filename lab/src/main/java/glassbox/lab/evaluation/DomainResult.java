package glassbox.lab.evaluation;

import glassbox.lab.world.facts.Domain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results of one domain.
 *
 * @param domain the field
 * @param specialist the member that is to know it
 * @param questions number of questions asked
 * @param exact answers exactly right, by member id or combination
 * @param knowledge tokens that must be known
 * @param led how many of these had the specialist's share as the largest, by combination
 * @param share mean share of the specialist of these tokens, by combination
 */
record DomainResult(
    Domain domain,
    String specialist,
    int questions,
    Map<String, Integer> exact,
    int knowledge,
    Map<String, Integer> led,
    Map<String, Double> share) {

  DomainResult {
    exact = Collections.unmodifiableMap(new LinkedHashMap<>(exact));
    led = Collections.unmodifiableMap(new LinkedHashMap<>(led));
    share = Collections.unmodifiableMap(new LinkedHashMap<>(share));
  }

  double rate(String name) {
    return questions == 0 ? 0 : (double) exact.getOrDefault(name, 0) / questions;
  }

  double ledShare(String combination) {
    return knowledge == 0 ? 0 : (double) led.getOrDefault(combination, 0) / knowledge;
  }
}
