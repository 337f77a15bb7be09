package org.citykit.runtime.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citykit.runtime.audit.Audit;
import org.citykit.runtime.audit.Use;
import org.citykit.runtime.audit.UseKind;
import org.citykit.runtime.image.BinaryReader;
import org.citykit.runtime.image.BinaryWriter;
import org.citykit.runtime.image.MalformedBytesException;
import org.citykit.runtime.trust.Bom;
import org.citykit.runtime.trust.Signatures;
import org.citykit.runtime.trust.Signer;

/** How audits, signatures and bills of materials are written. */
final class DetailsForm {
    private DetailsForm() {}

    static void write(BinaryWriter out, Audit audit) {
        out.number(audit.classes()).number(audit.leftOut()).texts(audit.unread());
        out.list(audit.uses(), (to, use) -> {
            to.text(use.kind().name()).text(use.library()).text(use.api());
            to.flag(use.declared()).number(use.count());
            to.list(
                    use.places(),
                    (at, it) -> at.text(it.className()).text(it.method()).number(it.line()));
        });
    }

    static Audit audit(BinaryReader in) {
        int classes = in.smallNumber();
        int leftOut = in.smallNumber();
        List<String> unread = in.texts();
        return new Audit(in.list(DetailsForm::use), unread, classes, leftOut);
    }

    private static Use use(BinaryReader in) {
        return new Use(
                one(UseKind.values(), in),
                in.text(),
                in.text(),
                in.flag(),
                in.smallNumber(),
                in.list(it -> new Use.Place(it.text(), it.text(), it.smallNumber())));
    }

    static void write(BinaryWriter out, Signatures signatures) {
        boolean unsigned = signatures.equals(Signatures.UNSIGNED);
        out.flag(unsigned);
        if (!unsigned) {
            out.text(signatures.state().name()).text(signatures.reason());
            out.list(signatures.signers(), (to, it) -> {
                to.text(it.subject()).text(it.keySha256());
                write(to, it.notBefore());
                write(to, it.notAfter());
                to.flag(it.stampedAt().isPresent());
                it.stampedAt().ifPresent(instant -> write(to, instant));
            });
        }
    }

    static Signatures signatures(BinaryReader in) {
        if (in.flag()) {
            return Signatures.UNSIGNED;
        }
        Signatures.State state = one(Signatures.State.values(), in);
        String reason = in.text();
        return new Signatures(state, in.list(DetailsForm::signer), reason);
    }

    private static Signer signer(BinaryReader in) {
        return new Signer(
                in.text(),
                in.text(),
                instant(in),
                instant(in),
                in.flag() ? Optional.of(instant(in)) : Optional.empty());
    }

    private static void write(BinaryWriter out, Instant instant) {
        out.fixed(instant.toEpochMilli());
    }

    private static Instant instant(BinaryReader in) {
        return Instant.ofEpochMilli(in.fixed());
    }

    static void write(BinaryWriter out, Bom bom) {
        out.text(bom.specVersion());
        out.list(
                bom.components(),
                (to, it) -> to.text(it.group())
                        .text(it.name())
                        .text(it.version())
                        .text(it.licence())
                        .text(it.purl()));
        out.list(
                bom.defects(),
                (to, it) -> to.text(it.kind().name()).number(it.line()).text(it.message()));
    }

    static Bom bom(BinaryReader in) {
        return new Bom(
                in.text(),
                in.list(it -> new Bom.Component(it.text(), it.text(), it.text(), it.text(), it.text())),
                in.list(it -> new Bom.Defect(one(Bom.Kind.values(), it), it.smallNumber(), it.text())));
    }

    static <E extends Enum<E>> E one(E[] all, BinaryReader in) {
        String name = in.text();
        for (E choice : all) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new MalformedBytesException("there is no choice '" + name + "'");
    }
}
