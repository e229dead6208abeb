/**
 * Text to token ids and back, offline, from tokenizer.json.
 *
 * <p>User text can never become a special token: its special strings are encoded as plain text.
 */
@NullMarked
package glassbox.engine.text;

import org.jspecify.annotations.NullMarked;
