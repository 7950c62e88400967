import { model, models, Schema, type Types } from 'mongoose'

interface Person { name: string; friends: Types.ObjectId[] }

export const Person = models.Person || model<Person>('Person', new Schema<Person>({
  name: String,
  friends: [{ type: Schema.Types.ObjectId, ref: 'Person' }],
  boss: { type: Schema.Types.ObjectId, ref: () => 'Person' },
  pets: { type: [Schema.Types.ObjectId], ref: 'Animal' },
  home: { city: { type: Schema.ObjectId, ref: 'City', index: true } },
  jobs: [{ at: { type: Schema.ObjectId, ref: 'Company' } }],
  byYear: { type: Map, of: { type: Schema.Types.ObjectId, ref: 'Company' } },
  liked: { item: { type: Schema.Types.ObjectId, refPath: 'liked.kind' }, kind: String },
  any: { type: Schema.Types.ObjectId, ref: function () { return this.name } },
}))

model('Dog', new Schema({ owner: { type: Schema.Types.ObjectId, ref: Person } }))
