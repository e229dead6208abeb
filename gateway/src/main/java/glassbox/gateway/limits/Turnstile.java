package glassbox.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import glassbox.gateway.access.Allowance;
import glassbox.gateway.access.Caller;
import org.springframework.stereotype.Component;

/** Lets requests in as their tenant's allowance permits. */
@Component
public final class Turnstile {
  private static final int MOST_TENANTS = 10_000;

  private record Meter(String tenant, Allowance allowance) {}

  private final Cache<Meter, TenantMeter> meters =
      Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

  /**
   * Lets a request in, or throws {@link LimitExceeded}.
   *
   * @param estimate tokens times samples that it will cost, at least 1
   */
  public Admission admit(Caller caller, long estimate) {
    Meter meter = new Meter(caller.tenant(), caller.allowance());
    return meters.get(meter, key -> new TenantMeter(key.allowance())).admit(estimate);
  }
}
