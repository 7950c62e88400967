import { model, Schema } from 'mongoose'

import { local } from './local'

export const Real = model('Real', new Schema({ name: String }))

export const Again = model('Real')
export const fake = local('fake', { name: String })
export const lamp = { model: (name: string, shade: object) => [name, shade] }

lamp.model('Fake', { name: String })
