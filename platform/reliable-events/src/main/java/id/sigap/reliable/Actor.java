package id.sigap.reliable;

/** Who makes the current transaction's events happen, for the audit trail. A service without one journals {@code system}. */
public interface Actor {

    /** Such as {@code officer:sari}, {@code operator:TELKOMSEL}, {@code reporter} or {@code system}; never personal data of a reporter. */
    String actor();
}
