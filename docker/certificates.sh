#!/bin/sh
# Makes what TLS to EventStoreDB needs, in a folder: sh docker/certificates.sh docker/certificates
# An authority that is there stays, so that running it again makes a new certificate for EventStoreDB and nobody else notices.
# Run it as root or as the user with id 1000, whom EventStoreDB's image runs as: nobody else may read the key.
set -eu
folder=$1
mkdir -p "$folder/ca" "$folder/node"
chmod 755 "$folder/ca"
chmod 700 "$folder/node"
umask 077

if [ ! -e "$folder/ca.key" ]; then
  cat >"$folder/ca.cnf" <<END
[req]
prompt = no
distinguished_name = name
x509_extensions = authority
[name]
CN = Steadfast
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
END
  openssl genrsa -out "$folder/ca.key" 3072
  openssl req -x509 -config "$folder/ca.cnf" -key "$folder/ca.key" -sha256 -days 3650 -out "$folder/ca/ca.crt"
fi

# A node of EventStoreDB knows another one by this common name, and a single one asks for it too.
cat >"$folder/node.cnf" <<END
[req]
prompt = no
distinguished_name = name
[name]
CN = eventstoredb-node
[node]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:eventstore, DNS:localhost, IP:127.0.0.1
END
openssl genrsa -out "$folder/node/node.key" 3072
openssl req -new -config "$folder/node.cnf" -key "$folder/node/node.key" -sha256 -out "$folder/node.csr"
openssl x509 -req -in "$folder/node.csr" -CA "$folder/ca/ca.crt" -CAkey "$folder/ca.key" -CAserial "$folder/ca.srl" -CAcreateserial \
  -extfile "$folder/node.cnf" -extensions node -sha256 -days 825 -out "$folder/node/node.crt"
rm "$folder/node.csr" "$folder"/*.cnf
chmod 644 "$folder/ca/ca.crt"
if [ "$(id -u)" = 0 ]; then chown -R 1000:1000 "$folder/node"; fi
echo "$folder holds ca/ca.crt and node/; keep ca.key elsewhere"
