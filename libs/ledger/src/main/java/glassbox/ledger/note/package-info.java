/**
 * Signed notes of C2SP (c2sp.org/signed-note): a text and lines of Ed25519 signatures under it.
 *
 * <p>Vocabulary: a key's <em>name</em> and 4-byte <em>id</em> together say which key made a line; a
 * <em>verifier key</em> is "name+id+base64", a <em>signer key</em> "PRIVATE+KEY+name+id+base64".
 * The text of a note means nothing before a signature by a known key is verified. Parsing has one
 * outcome besides a value: {@link MalformedNoteException}. No key material in any message.
 */
@NullMarked
package glassbox.ledger.note;

import org.jspecify.annotations.NullMarked;
