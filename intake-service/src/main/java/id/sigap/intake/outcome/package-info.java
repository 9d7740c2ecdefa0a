/** What the help desk and the tickets decided, followed into reports, appeals and mails. */
package id.sigap.intake.outcome;
