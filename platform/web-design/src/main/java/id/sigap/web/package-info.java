/** What pages of all services share: the reader's language, the base style, the headers that guard a page, the door that other sites find closed. */
package id.sigap.web;
