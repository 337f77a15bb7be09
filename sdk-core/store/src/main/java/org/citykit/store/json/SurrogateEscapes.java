package org.citykit.store.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Writes surrogates as {@code \}{@code uXXXX}: a source may deliver half a pair, which UTF-8 cannot express, and one
 * broken character must not keep a whole snapshot from being stored.
 */
final class SurrogateEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        return CharacterEscapes.standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
            return null;
        }
        return new SerializedString("\\u" + Integer.toHexString(character));
    }
}
