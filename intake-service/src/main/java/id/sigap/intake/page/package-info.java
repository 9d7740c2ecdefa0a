/** What the citizen's pages say, and the answers their questions offer. The pages themselves stand with their features. */
package id.sigap.intake.page;
