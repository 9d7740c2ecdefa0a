package id.sigap.events.operator;

import id.sigap.events.Msisdn;

/** What one operator is told on its topic {@code operator.<code>.requests}; types that its machine doesn't know it passes over. */
public sealed interface OperatorNotice extends OperatorMessage permits ActionRequested, ActionWithdrawn {

    /** The record's key: what is said about one number comes in order. */
    Msisdn number();
}
