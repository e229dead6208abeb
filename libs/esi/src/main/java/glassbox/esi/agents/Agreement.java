package glassbox.esi.agents;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.judging.AgentAnswer;

/** How far agents must agree before one of them commits. */
public enum Agreement {
  /** With those others that pass; who is alone may commit. */
  NO_CONFLICT {
    @Override
    DomainProfile in(DomainProfile profile) {
      return profile.withCritic(AgentAnswer.CRITIC);
    }
  },
  /** Another must have passed and say the same. */
  CONFIRMED {
    @Override
    DomainProfile in(DomainProfile profile) {
      return profile.withMandatory(AgentAnswer.CRITIC);
    }
  };

  /** The profile with the critic that compares answers. */
  abstract DomainProfile in(DomainProfile profile);
}
