// Run by the mongo image when its volume is new: a user for each deployable, that can open only its own database.
for (const deployable of process.env.CORDON_DEPLOYABLES.split(' ')) {
  db.getSiblingDB('admin').createUser({
    user: `cordon_${deployable}`,
    pwd: process.env.MONGO_PASSWORD,
    roles: [{ role: 'readWrite', db: `cordon_${deployable}` }],
  });
}
