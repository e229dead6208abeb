package glassbox.gateway.broken;

import glassbox.audit.AuditApplication;

/** A service that knows another one. */
public final class GatewayThatAudits {

  Class<?> other() {
    return AuditApplication.class;
  }
}
