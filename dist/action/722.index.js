export const id = 722;
export const ids = [722];
export const modules = {

/***/ 6722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   localAuthority: () => (/* binding */ localAuthority)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7261);
/* harmony import */ var _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3594);



const dayMs = 86_400_000;
const commonName = '2.5.4.3';
const ecdsaWithSha256 = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
/** A new authority and a certificate by it, good for a day; the key of the authority is thrown away. */
function localAuthority() {
    const issuer = 'pw-workflow-check, for one run';
    const own = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    const server = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    const names = [
        new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.GeneralName({ dNSName: 'localhost' }),
        new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.GeneralName({ iPAddress: '127.0.0.1' }),
        new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.GeneralName({ iPAddress: '::1' }),
    ];
    const mark = (serial, subject, holder, extensions) => certificate({ serial, subject, issuer, holder, signer: own.privateKey, extensions });
    return {
        authority: mark(1, issuer, own.publicKey, [
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.id_ce_basicConstraints, true, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.BasicConstraints({ cA: true })),
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.id_ce_keyUsage, true, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.KeyUsage(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.KeyUsageFlags.keyCertSign | _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.KeyUsageFlags.cRLSign)),
        ]),
        certificate: mark(2, 'localhost', server.publicKey, [
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.id_ce_subjectAltName, false, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.SubjectAlternativeName(names)),
            extension(_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.id_ce_extKeyUsage, false, new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.ExtendedKeyUsage([_peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.id_kp_serverAuth])),
        ]),
        key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
}
function certificate({ serial, subject, issuer, holder, signer, extensions }) {
    const now = Date.now();
    const body = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.TBSCertificate({
        version: _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Version.v3,
        serialNumber: new Uint8Array([serial]).buffer,
        signature: ecdsaWithSha256,
        issuer: nameOf(issuer),
        subject: nameOf(subject),
        validity: new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Validity({ notBefore: new Date(now - dayMs), notAfter: new Date(now + dayMs) }),
        subjectPublicKeyInfo: _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__.AsnConvert.parse(holder.export({ type: 'spki', format: 'der' }), _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.SubjectPublicKeyInfo),
        extensions: new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Extensions([...extensions]),
    });
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha256', Buffer.from(_peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__.AsnConvert.serialize(body)), signer);
    const whole = _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__.AsnConvert.serialize(new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Certificate({
        tbsCertificate: body,
        signatureAlgorithm: ecdsaWithSha256,
        signatureValue: new Uint8Array(signature).buffer,
    }));
    const lines = Buffer.from(whole)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
function nameOf(text) {
    const value = new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.AttributeValue({ utf8String: text });
    return new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Name([new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.RelativeDistinguishedName([new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.AttributeTypeAndValue({ type: commonName, value })])]);
}
function extension(id, critical, value) {
    return new _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_2__.Extension({ extnID: id, critical, extnValue: new _peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__.OctetString(_peculiar_asn1_schema__WEBPACK_IMPORTED_MODULE_1__.AsnConvert.serialize(value)) });
}


/***/ })

};
