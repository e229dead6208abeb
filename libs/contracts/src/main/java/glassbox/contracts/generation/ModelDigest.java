package glassbox.contracts.generation;

/** A specialist's identity: alias and SHA-256 digest (hex) over its files. */
public record ModelDigest(String id, String digest) {}
