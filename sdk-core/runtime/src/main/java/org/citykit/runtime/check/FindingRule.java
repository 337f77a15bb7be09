package org.citykit.runtime.check;

import java.util.Locale;

/** What the verifier can find beyond what a portal refuses; every rule has its entry in {@code docs/check.md}. */
public enum FindingRule {
    /** A class that is nowhere. */
    CLASS_NOT_FOUND(Severity.ERROR),
    /** A whole package that is nowhere. */
    PACKAGE_NOT_FOUND(Severity.ERROR),
    /** A method or constructor that its class does not have. */
    METHOD_NOT_FOUND(Severity.ERROR),
    /** A field that its class does not have. */
    FIELD_NOT_FOUND(Severity.ERROR),
    /** A constant that its enum does not have. */
    ENUM_CONSTANT_NOT_FOUND(Severity.ERROR),
    /** A record whose components are others. */
    RECORD_COMPONENTS_CHANGED(Severity.ERROR),
    /** A class of a package that is not exported, or of a module that is not read. */
    PACKAGE_NOT_VISIBLE(Severity.ERROR),
    /** A class that belongs to the portal's own code. */
    HOST_CLASS_USED(Severity.ERROR),
    /** A class that may not be used from there. */
    ILLEGAL_CLASS_ACCESS(Severity.ERROR),
    /** A method that may not be called from there. */
    ILLEGAL_METHOD_ACCESS(Severity.ERROR),
    /** A field that may not be used from there. */
    ILLEGAL_FIELD_ACCESS(Severity.ERROR),
    /** A static call of a method that is not static. */
    STATIC_CALL_OF_INSTANCE_METHOD(Severity.ERROR),
    /** A call, on an object, of a method that is static. */
    INSTANCE_CALL_OF_STATIC_METHOD(Severity.ERROR),
    /** A static use of a field that is not static. */
    STATIC_USE_OF_INSTANCE_FIELD(Severity.ERROR),
    /** A use, on an object, of a field that is static. */
    INSTANCE_USE_OF_STATIC_FIELD(Severity.ERROR),
    /** A final field that is written from outside. */
    FINAL_FIELD_CHANGED(Severity.ERROR),
    /** A class is used as the interface that it was. */
    INTERFACE_BECAME_CLASS(Severity.ERROR),
    /** An interface is used as the class that it was. */
    CLASS_BECAME_INTERFACE(Severity.ERROR),
    /** A final class is extended. */
    FINAL_CLASS_EXTENDED(Severity.ERROR),
    /** A sealed type is extended that does not permit it. */
    SEALED_TYPE_EXTENDED(Severity.ERROR),
    /** A final method is overridden. */
    FINAL_METHOD_OVERRIDDEN(Severity.ERROR),
    /** A class leaves an abstract method open. */
    ABSTRACT_METHOD_NOT_IMPLEMENTED(Severity.ERROR),
    /** A class inherits two default methods of one kind and does not decide. */
    DEFAULT_METHODS_CONFLICT(Severity.ERROR),
    /** An abstract class or an interface is made an object of. */
    ABSTRACT_CLASS_INSTANTIATED(Severity.ERROR),
    /** A {@code super} call of a method that is abstract. */
    ABSTRACT_METHOD_CALLED(Severity.ERROR),
    /** Something that a later version of the API or the JDK will not have. */
    DEPRECATED_FOR_REMOVAL(Severity.WARNING),
    /** A class file that cannot be read. */
    CLASS_UNREADABLE(Severity.WARNING),
    /** References of a library that lead nowhere, mostly to what it can do without. */
    LIBRARY_REFERENCES(Severity.NOTE),
    /** A use of the machine that the manifest does not declare. */
    UNDECLARED_USE(Severity.WARNING),
    /** A use of the machine by a library that the manifest does not declare. */
    UNDECLARED_LIBRARY_USE(Severity.NOTE),
    /** A use that the manifest declares and no class file shows. */
    NEEDLESS_DECLARATION(Severity.NOTE),
    /** What may keep the plugin in memory when it is replaced. */
    MAY_NOT_UNLOAD(Severity.WARNING),
    /** A setting of a type that nobody can write. */
    SETTING_NOT_WRITABLE(Severity.ERROR),
    /** No title, or not in all languages. */
    TITLE_MISSING(Severity.WARNING),
    /** No vendor. */
    VENDOR_MISSING(Severity.WARNING),
    /** No licence. */
    LICENCE_MISSING(Severity.WARNING),
    /** It is not said until when the vendor mends it. */
    SUPPORT_END_MISSING(Severity.NOTE),
    /** The vendor mends it no more. */
    SUPPORT_ENDED(Severity.WARNING),
    /** It is not said which personal data it holds. */
    PERSONAL_DATA_UNSAID(Severity.WARNING),
    /** No bill of materials. */
    BOM_MISSING(Severity.WARNING),
    /** The file is not signed. */
    UNSIGNED(Severity.WARNING),
    /** The signature does not fit the file. */
    SIGNATURE_BROKEN(Severity.ERROR),
    /** It is compiled for a later Java than CityKit asks for. */
    JAVA_TOO_NEW(Severity.WARNING),
    /** The compiler did not record which API it was compiled against. */
    API_VERSION_UNKNOWN(Severity.NOTE),
    /** The file is close to a limit. */
    LARGE_PLUGIN(Severity.WARNING),
    /** An accepted finding that is no more. */
    STALE_BASELINE(Severity.WARNING);

    private final Severity severity;

    FindingRule(Severity severity) {
        this.severity = severity;
    }

    /** The heading of its entry in {@code docs/check.md}. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Severity severity() {
        return severity;
    }
}
