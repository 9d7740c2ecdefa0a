/**
 * A number's owner asks for it to be unblocked; the regulator decides. {@link id.sigap.verification.appeal.Appeal} holds the rules.
 */
package id.sigap.verification.appeal;
