package glassbox.contracts.analytics;

/**
 * The key that receipts are checked with.
 *
 * @param keyId first 8 bytes of the SHA-256 of the X.509 encoding, hex
 * @param publicKey base64 of the X.509 encoding of an Ed25519 public key
 */
public record RoyaltyPublicKey(String keyId, String publicKey) {}
