package org.citykit.cap.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.citykit.cap.FindingCode;
import org.citykit.cap.Resource;

/** Rules of a resource (CAP 1.2 §3.2.3). */
final class ResourceRules {
    private static final int SHA1_DIGITS = 40;
    private static final Set<String> MEDIA = Set.of(
            "application",
            "audio",
            "example",
            "font",
            "haptics",
            "image",
            "message",
            "model",
            "multipart",
            "text",
            "video");

    private ResourceRules() {}

    static void check(Resource resource, String path, Report report) {
        Markup.check(resource.description(), path + "/resourceDesc", report);
        if (!isMediaType(resource.mimeType())) {
            report.add(
                    FindingCode.MIME_TYPE_MALFORMED,
                    path + "/mimeType",
                    "'" + Report.shorten(resource.mimeType()) + "' is no media type.");
        }
        resource.uri().ifPresent(uri -> checkUri(uri, resource.derefUri().isPresent(), path + "/uri", report));
        if (resource.uri().isEmpty() && resource.derefUri().isEmpty()) {
            report.add(FindingCode.RESOURCE_WITHOUT_CONTENT, path, "The resource has neither uri nor derefUri.");
        }
        resource.derefUri()
                .filter(content -> !isBase64(content))
                .ifPresent(content -> report.add(
                        FindingCode.DEREF_URI_NOT_BASE64,
                        path + "/derefUri",
                        "'" + Report.shorten(content) + "' is no base64."));
        resource.digest()
                .filter(digest -> !isSha1(digest))
                .ifPresent(digest -> report.add(
                        FindingCode.DIGEST_MALFORMED,
                        path + "/digest",
                        "'" + Report.shorten(digest) + "' is no SHA-1 in hexadecimal."));
    }

    private static void checkUri(String text, boolean embedded, String path, Report report) {
        try {
            if (!new URI(text).isAbsolute() && !embedded) {
                report.add(
                        FindingCode.URI_RELATIVE_WITHOUT_CONTENT,
                        path,
                        "'" + Report.shorten(text) + "' is relative and nothing is embedded.");
            }
        } catch (URISyntaxException e) {
            report.add(FindingCode.URI_MALFORMED, path, "'" + Report.shorten(text) + "': " + e.getReason() + ".");
        }
    }

    private static boolean isMediaType(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !MEDIA.contains(text.substring(0, slash).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int end = text.indexOf(';') < 0 ? text.length() : text.indexOf(';');
        return end > slash + 1 && text.substring(slash + 1, end).chars().allMatch(ResourceRules::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c > ' ' && c < 0x7F && "()<>@,;:\\\"/[]?=".indexOf(c) < 0;
    }

    /** Alphabet of RFC 4648 §4, white space between, complete groups of four, padding at the end only. */
    private static boolean isBase64(String text) {
        int symbols = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t') {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding > 0 || !isBase64Character(c)) {
                return false;
            }
            symbols++;
        }
        return symbols > 0 && symbols % 4 == 0 && padding <= 2;
    }

    private static boolean isBase64Character(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static boolean isSha1(String text) {
        return text.length() == SHA1_DIGITS && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x7F);
    }
}
