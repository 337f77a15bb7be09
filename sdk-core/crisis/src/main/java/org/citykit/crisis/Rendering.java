package org.citykit.crisis;

import org.citykit.api.Text;

/**
 * A message that has been filled in: complete, without holes.
 *
 * @param headline one line
 * @param body what has happened and what it means
 * @param instruction what to do
 */
public record Rendering(Text headline, Text body, Text instruction) {
    public Rendering {
        Given.present("headline", headline);
        Given.present("body", body);
        Given.present("instruction", instruction);
    }

    /** The same for channels without rich text: no bidirectional isolates, no special spaces; see {@link ChannelText}. */
    public Rendering plain() {
        return new Rendering(ChannelText.plain(headline), ChannelText.plain(body), ChannelText.plain(instruction));
    }
}
