import mongoose from 'mongoose'

mongoose.model('Renamed', new mongoose.Schema(
  { type: String, kind: { $type: String, required: true }, shapes: [{ $type: String }], list: [{ a: String }] },
  { typeKey: '$type', timestamps: { createdAt: 'created_at', updatedAt: 'updated_at' }, collection: 'renamed_things' },
))

const later = new mongoose.Schema({ n: { type: String, alias: 'name' }, expiresAt: Date })
later.set('timestamps', { updatedAt: false })
later.set('toJSON', { virtuals: true })
later.path('n').required(true)
later.path('n').index({ unique: true })
later.index({ expiresAt: 1 }, { expireAfterSeconds: 3600 })
later.index({ name: 1, expiresAt: -1 }, { sparse: true, name: 'both' })

mongoose.model('Later', later, 'laters_collection')
mongoose.model('Query', { name: String })
