package glassbox.gateway.access;

import java.util.Set;

/**
 * An authenticated caller.
 *
 * @param keyId name of the key, never the key
 * @param tenant whose runs these are
 * @param scopes what the key may be used for
 * @param keepsContent whether the tenant opted in to keeping texts of its runs
 * @param allowance how much the tenant may ask for
 */
public record Caller(
    String keyId, String tenant, Set<Scope> scopes, boolean keepsContent, Allowance allowance) {

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
